package io.zizhi.local.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that asks for tokens.
 *
 * @param secret null for a public client, which proves nothing about itself
 * @param grants the values of {@code grant_type} that it may use
 */
record Client(String id, @Nullable String secret, Set<String> grants) {

    boolean confidential() {
        return secret != null;
    }
}
