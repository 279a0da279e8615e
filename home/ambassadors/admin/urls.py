"""The addresses of the screens of the team, below `/admin/ambassadeurs/`."""

from django.urls import path, re_path

from . import charter, goods, letters, members, people

app_name = "ambassadors_admin"

urlpatterns = [
    path("", people.queue, name="queue"),
    path("membres/", members.members, name="members"),
    path("membres/export/", members.export, name="export"),
    path("membres/lettre/", letters.write, name="letter"),
    path("lettres/", letters.letters, name="letters"),
    path("objets/", goods.goods, name="goods"),
    path("objets/nouveau/", goods.edit, name="good_new"),
    path("objets/<int:pk>/", goods.edit, name="good_edit"),
    path("objets/demandes/<int:pk>/envoyer/", goods.send, name="good_send"),
    path("objets/demandes/<int:pk>/refuser/", goods.refuse, name="good_refuse"),
    path("charte/", charter.charter, name="charter"),
    path("<int:pk>/", people.detail, name="detail"),
    path("<int:pk>/photo/", people.photo, name="photo"),
    path("<int:pk>/corriger/", members.edit, name="edit"),
    path("<int:pk>/portrait/", members.link_portrait, name="portrait"),
    re_path(
        r"^(?P<pk>[0-9]{1,18})/accord/(?P<word>lettres|portrait|photo)/$",
        members.withdraw,
        name="withdraw",
    ),
    path("<int:pk>/depart/", members.end, name="end"),
    path("<int:pk>/effacer/", members.erase, name="erase"),
    re_path(
        r"^(?P<pk>[0-9]{1,18})/(?P<word>accepter|completer|refuser)/$", people.decide, name="decide"
    ),
]
