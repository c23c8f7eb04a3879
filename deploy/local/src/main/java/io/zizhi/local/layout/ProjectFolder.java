package io.zizhi.local.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder of the source tree, which contains the services' builds and {@code .zizhi/}. */
public final class ProjectFolder {

    public static final String BUILD_FOLDER = "zizhi.build-folder";

    private ProjectFolder() {}

    /** Returns the nearest folder, from the current one upwards, that contains the tree's Maven Wrapper. */
    public static Path find() {
        Path current = Path.of("").toAbsolutePath();
        for (Path folder = current; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(".mvn/wrapper/maven-wrapper.properties"))) {
                return folder;
            }
        }
        throw new LocalFailure("Not inside a source tree of Zizhi: " + current);
    }

    /**
     * Returns the build folder of each module: {@code target}, or {@code target/programs} for {@code ./zizhi up}. A test
     * run then does not replace running programs.
     */
    public static String buildFolder() {
        return System.getProperty(BUILD_FOLDER, "target");
    }

    public static Path built(String module) {
        return find().resolve(module).resolve(buildFolder());
    }

    /** Returns the state folder of {@code ./zizhi up}: {@code .zizhi/}, or the folder in {@code ZIZHI_STATE}. */
    public static Path state() {
        return state(System.getenv("ZIZHI_STATE"));
    }

    public static Path state(@Nullable String other) {
        return other == null || other.isBlank()
                ? find().resolve(".zizhi")
                : Path.of(other).toAbsolutePath();
    }

    /** Returns the folder shared by all installations of this tree: unpacked programs, class archives. */
    public static Path cache() {
        return find().resolve(".zizhi").resolve("cache");
    }
}
