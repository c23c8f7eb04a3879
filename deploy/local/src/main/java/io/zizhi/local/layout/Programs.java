package io.zizhi.local.layout;

import java.nio.file.Path;

/**
 * The built services of one version of the suite. Instances of a suite may run different versions, as during an upgrade.
 *
 * @param label distinguishes the start-up archives of versions; empty for this source tree
 * @param tree the source tree that contains the builds
 * @param buildFolder of each module, such as {@code target/programs}
 */
public record Programs(String label, Path tree, String buildFolder) {

    /** Returns the programs of this source tree. */
    public static Programs current() {
        return new Programs("", ProjectFolder.find(), ProjectFolder.buildFolder());
    }

    /** Returns the programs of another source tree, built into the same folders as this one's. */
    public static Programs of(String label, Path tree) {
        return new Programs(label, tree.toAbsolutePath(), ProjectFolder.buildFolder());
    }

    public Path jar(Service service) {
        return tree.resolve(service.module()).resolve(buildFolder).resolve("quarkus-app/quarkus-run.jar");
    }

    /** Returns the build folder of the recognition worker. */
    public Path worker() {
        return tree.resolve("document-service/recognition-worker").resolve(buildFolder);
    }

    /** Returns the name of the start-up archive of {@code service}. */
    public String archive(Service service) {
        return label.isEmpty() ? service.module() : label + "-" + service.module();
    }
}
