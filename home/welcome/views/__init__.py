"""The screens of this slice: finding a referent, asking for help, following requests up."""
