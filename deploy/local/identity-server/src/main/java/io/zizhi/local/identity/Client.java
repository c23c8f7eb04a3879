package io.zizhi.local.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that requests tokens.
 *
 * @param secret null for a public client, which does not authenticate
 * @param grants the permitted values of {@code grant_type}
 * @param roles the roles in tokens issued to the client itself
 * @param carriers the carriers of a filing system, as in its tokens; empty for other clients
 */
record Client(String id, @Nullable String secret, Set<String> grants, List<String> roles, List<String> carriers) {

    boolean confidential() {
        return secret != null;
    }
}
