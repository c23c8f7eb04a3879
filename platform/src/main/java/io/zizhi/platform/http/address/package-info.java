/** Addresses of clients, also of clients behind proxies. */
@NullMarked
package io.zizhi.platform.http.address;

import org.jspecify.annotations.NullMarked;
