"""Communes, intercommunalités, territories and the distances between them."""
