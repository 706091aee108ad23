"""The files of a site: pages in their dress, feed, picture, and how they are written."""
