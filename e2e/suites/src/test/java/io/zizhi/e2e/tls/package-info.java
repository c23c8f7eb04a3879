/** Servers with wrong certificates. */
@NullMarked
package io.zizhi.e2e.tls;

import org.jspecify.annotations.NullMarked;
