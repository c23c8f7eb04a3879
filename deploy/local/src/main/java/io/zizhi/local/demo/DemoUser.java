package io.zizhi.local.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in locally.
 *
 * @param name user name and, locally, also the password
 * @param account id of the account that the person acts for; null for staff
 * @param roles role names in lower case
 */
public record DemoUser(String name, @Nullable String account, List<String> roles) {

    public DemoUser {
        roles = List.copyOf(roles);
    }
}
