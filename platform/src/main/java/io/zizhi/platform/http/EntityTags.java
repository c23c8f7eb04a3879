package io.zizhi.platform.http;

/** Entity tags of resources: the version in quotes. */
public final class EntityTags {

    private EntityTags() {}

    /** Turns {@code 3} into {@code "3"}, with the quotes of RFC 9110. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
