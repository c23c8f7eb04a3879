/**
 * HTTP requests to addresses that others choose. Whoever can make a server send requests can look into its network with
 * it, so a name is resolved once, every address it has must be one that anybody may reach, and the request goes to exactly
 * that address: no redirect is followed and no second look-up can answer differently.
 */
@NullMarked
package io.zizhi.notification.outbound;

import org.jspecify.annotations.NullMarked;
