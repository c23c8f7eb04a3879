/**
 * HTTP requests to addresses chosen by others. Anyone who makes a server send requests can probe its network
 * (server-side request forgery). So a host name is resolved once, and all its addresses must be allowed. The request
 * goes to exactly the checked address: no redirect is followed, and there is no second look-up.
 */
@NullMarked
package io.zizhi.notification.outbound;

import org.jspecify.annotations.NullMarked;
