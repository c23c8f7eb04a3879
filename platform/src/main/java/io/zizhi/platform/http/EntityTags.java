package io.zizhi.platform.http;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Entity tags of resources: the version in quotes. */
public final class EntityTags {

    private EntityTags() {}

    /** Turns {@code 3} into {@code "3"}, with the quotes of RFC 9110. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Returns 200 with the version as {@code ETag}. */
    public static <T> RestResponse<T> tagged(T view, long version) {
        return ResponseBuilder.ok(view).header("ETag", of(version)).build();
    }

    /** Returns 201 with the version as {@code ETag}. */
    public static <T> RestResponse<T> created(String path, T view, long version) {
        return ResponseBuilder.<T>created(URI.create(path))
                .entity(view)
                .header("ETag", of(version))
                .build();
    }
}
