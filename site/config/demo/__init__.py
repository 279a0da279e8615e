"""The content of the demonstration: data files, their typed readers, and the drawing of images and files.

It knows no model: `load_demo` maps what stands here to the models and services of the slices.
"""
