/**
 * Endpoints below {@code /internal}: who may call which of them, and the server on which they are. The other services,
 * operators and signature systems call them, never the public.
 */
@NullMarked
package io.zizhi.platform.http.internal;

import org.jspecify.annotations.NullMarked;
