package io.zizhi.local.server;

import io.zizhi.local.layout.LocalFailure;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The class path of a server's JVM. The build of each server module writes it to a resource; the module's own jar comes
 * first.
 */
public final class ServerClassPath {

    private ServerClassPath() {}

    /** Returns the class path of the server module {@code artifact}. */
    public static String of(String artifact) {
        String resource = "META-INF/zizhi/" + artifact + ".classpath";
        URL url = ServerClassPath.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new LocalFailure("The class path of " + artifact + " is missing: build the whole tree first.");
        }
        try (InputStream content = url.openStream()) {
            String libraries = new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
            requireAll(artifact, libraries);
            return home(url, resource) + File.pathSeparator + libraries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home(URL url, String resource) throws IOException {
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return pathOf(jar.getJarFileURL().toString());
        }
        String folder = url.toString();
        return pathOf(folder.substring(0, folder.length() - resource.length()));
    }

    private static Path pathOf(String uri) {
        try {
            return Path.of(new URI(uri));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("No path: " + uri, e);
        }
    }

    private static void requireAll(String artifact, String libraries) {
        Arrays.stream(libraries.split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(library -> !Files.exists(library))
                .findFirst()
                .ifPresent(library -> {
                    throw new LocalFailure(
                            "A library of " + artifact + " is missing: " + library + ". Build the whole tree again.");
                });
    }
}
