package io.zizhi.local.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that asks for tokens.
 *
 * @param secret null for a public client, which proves nothing about itself
 * @param grants the values of {@code grant_type} that it may use
 * @param roles what it may do with a token of its own
 */
record Client(String id, @Nullable String secret, Set<String> grants, List<String> roles) {

    boolean confidential() {
        return secret != null;
    }
}
