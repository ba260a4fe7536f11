package org.daybook.storage.jpa;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.URIResource;

/**
 * Lets Liquibase read the changelogs of this bundle and nothing else. Its own accessor for class
 * loaders searches all of their roots, which takes long and does not know bundles.
 */
final class BundleResources extends AbstractResourceAccessor {
  private final ClassLoader bundle;

  BundleResources(ClassLoader bundle) {
    this.bundle = bundle;
  }

  @Override
  public List<Resource> getAll(String path) throws IOException {
    URL found = bundle.getResource(path.replaceFirst("^(classpath:)?/*", ""));
    return found == null ? List.of() : List.of(new URIResource(path, uri(found)));
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException("cannot be read by Liquibase: " + url, e);
    }
  }

  @Override
  public List<Resource> search(String path, boolean recursive) {
    return List.of();
  }

  @Override
  public List<String> describeLocations() {
    return List.of(bundle.toString());
  }

  @Override
  public void close() {
    // Holds nothing open
  }
}
