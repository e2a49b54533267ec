"""Where the articles of a site are: what its REST interface, sitemaps, feeds and listings name, cross-checked."""
