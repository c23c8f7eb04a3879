/**
 * Step-up authentication (RFC 9470): some operations of staff need a sign-in that is recent or strong enough. The
 * service that receives the person's token checks it; tokens of services are never exempt, because such operations do
 * not accept them.
 */
@NullMarked
package io.zizhi.platform.identity.stepup;

import org.jspecify.annotations.NullMarked;
