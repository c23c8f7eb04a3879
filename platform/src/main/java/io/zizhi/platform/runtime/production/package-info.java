/**
 * Settings with which a service refuses to start outside local profiles: unencrypted connections and a local OIDC
 * server.
 */
@NullMarked
package io.zizhi.platform.runtime.production;

import org.jspecify.annotations.NullMarked;
