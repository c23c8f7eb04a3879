/** Who calls: account, roles and service tokens, taken from the OIDC token. */
@NullMarked
package io.zizhi.platform.identity;

import org.jspecify.annotations.NullMarked;
