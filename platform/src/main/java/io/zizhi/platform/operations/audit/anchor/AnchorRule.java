package io.zizhi.platform.operations.audit.anchor;

import io.zizhi.platform.runtime.settings.Settings;
import io.zizhi.platform.runtime.settings.SettingsRule;
import java.util.stream.Stream;

/** Demands anchors in production: without them, the owner of a database could rewrite its audit log unnoticed. */
public final class AnchorRule implements SettingsRule {

    private static final String KEY = "zizhi.audit.anchors.key";
    private static final String FOLDER = "zizhi.audit.anchors.folder";

    @Override
    public Stream<String> problems(Settings settings, boolean isProduction) {
        boolean key = settings.find(KEY).isPresent();
        boolean folder = settings.find(FOLDER).isPresent();
        if ((key && folder) || (!isProduction && key == folder)) {
            return Stream.empty();
        }
        return Stream.of("Audit chains are not anchored outside the database. Set " + KEY + " and " + FOLDER
                + " (docs/operations.md, Audit log).");
    }
}
