package io.zizhi.platform.operations.audit.anchor;

import io.zizhi.platform.runtime.settings.Settings;
import io.zizhi.platform.runtime.settings.SettingsRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Demands anchors in production, in a folder or in a bucket: without them, the owner of a database could rewrite its
 * audit log unnoticed.
 */
public final class AnchorRule implements SettingsRule {

    private static final String KEY = "zizhi.audit.anchors.key";
    private static final String FOLDER = "zizhi.audit.anchors.folder";
    private static final List<String> OF_BUCKET = List.of(
            "zizhi.audit.anchors.s3.endpoint",
            "zizhi.audit.anchors.s3.access-key",
            "zizhi.audit.anchors.s3.secret-key");

    @Override
    public Stream<String> problems(Settings settings, boolean isProduction) {
        boolean key = settings.find(KEY).isPresent();
        boolean folder = settings.find(FOLDER).isPresent();
        boolean bucket = settings.find(AnchorBucketSettings.BUCKET).isPresent();
        if (folder && bucket) {
            return Stream.of("Audit chains have two places for their anchors. Set either " + FOLDER + " or "
                    + AnchorBucketSettings.BUCKET + ".");
        }
        if (isProduction ? !key || !(folder || bucket) : key != (folder || bucket)) {
            return Stream.of("Audit chains are not anchored outside the database. Set " + KEY + " and " + FOLDER
                    + " or " + AnchorBucketSettings.BUCKET + " (docs/operations.md, Audit log).");
        }
        return bucket ? ofBucket(settings) : Stream.empty();
    }

    private static Stream<String> ofBucket(Settings settings) {
        return OF_BUCKET.stream()
                .filter(setting -> settings.find(setting).isEmpty())
                .map(setting -> AnchorBucketSettings.BUCKET + " needs " + setting + ".");
    }
}
