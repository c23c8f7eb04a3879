/**
 * Internal endpoints, below {@code /internal}: their permitted callers and their own server. The other services,
 * operators and signature systems call them; the public does not.
 */
@NullMarked
package io.zizhi.platform.http.internal;

import org.jspecify.annotations.NullMarked;
