package io.zizhi.local.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * @param account the account that the person acts for; null for staff
 * @param roles as they appear in tokens
 */
record User(String name, String password, @Nullable String account, List<String> roles) {}
