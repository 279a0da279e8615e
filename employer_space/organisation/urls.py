"""The addresses of the organisation, below /espace-employeur/."""

from django.urls import path

from .views import account, departure, establishments, invitation, team

COLLEAGUE = "equipe/<uuid:public_id>"

urlpatterns = [
    path("etablissement/", establishments.overview, name="establishments"),
    path("etablissement/presentation/", establishments.presentation, name="presentation"),
    path("etablissement/ajouter/", establishments.add, name="establishment_add"),
    path("etablissement/<uuid:public_id>/", establishments.edit, name="establishment_edit"),
    path("equipe/", team.members, name="team"),
    path("equipe/inviter/", team.invite_colleague, name="team_invite"),
    path("equipe/quitter/", team.leave, name="team_leave"),
    path(f"{COLLEAGUE}/role/", team.role, name="team_role"),
    path(f"{COLLEAGUE}/retirer/", team.remove, name="team_remove"),
    path("equipe/invitations/<uuid:public_id>/annuler/", team.cancel, name="invitation_cancel"),
    path("invitation/<str:token>/", invitation.answer, name="invitation"),
    path("mon-compte/", account.account, name="account"),
    path("mon-compte/mes-donnees/", departure.own_data, name="account_data"),
    path("mon-compte/supprimer/", departure.delete_account, name="account_delete"),
]
