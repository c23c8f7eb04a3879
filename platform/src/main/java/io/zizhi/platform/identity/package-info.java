/** The caller of a request: account, roles and service tokens, from the OIDC token. */
@NullMarked
package io.zizhi.platform.identity;

import org.jspecify.annotations.NullMarked;
