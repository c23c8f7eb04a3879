package io.zizhi.platform.testkit;

import io.zizhi.platform.privacy.encryption.IndexKeys;

/** The middle of a replacement of the key of blind indexes. */
public final class IndexKeyReplacement {

    private IndexKeyReplacement() {}

    /** Stores hashes of a new key from now on, and leaves the stored ones as they are, as the job does at first. */
    public static void begin(IndexKeys keys) {
        Reactive.inTransaction(() -> keys.add().chain(keys::use).replaceWith(true));
        Reactive.run(() -> keys.refresh().replaceWith(true));
    }
}
