package io.zizhi.platform.http;

/** The entity tag of a resource is its version. */
public final class EntityTags {

    private EntityTags() {}

    /** {@code 3} becomes {@code "3"}, with the quotes of RFC 9110. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
