"""Addresses of the news that are not pages."""

from django.urls import path

from home.news.feeds import NewsFeed

app_name = "news"
urlpatterns = [path("flux/", NewsFeed(), name="feed")]
