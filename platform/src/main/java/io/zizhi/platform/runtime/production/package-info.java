/** What a service refuses to start with outside local profiles: connections that others can read, and a local OIDC server. */
@NullMarked
package io.zizhi.platform.runtime.production;

import org.jspecify.annotations.NullMarked;
