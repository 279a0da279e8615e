"""What every page shares: base page, images, documents, blocks, components, settings, key figures."""
