/**
 * HTTP requests to addresses chosen by others. Anyone who makes a server send requests can probe its network
 * (server-side request forgery). So a host name is resolved once, all its addresses must be allowed, and the request
 * goes to exactly that address. No redirect is followed, and no second look-up can return another address.
 */
@NullMarked
package io.zizhi.notification.outbound;

import org.jspecify.annotations.NullMarked;
