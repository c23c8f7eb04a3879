/** HTTP/1.1 as bytes, for requests that a well-behaved client refuses to send. */
@NullMarked
package io.zizhi.e2e.http;

import org.jspecify.annotations.NullMarked;
