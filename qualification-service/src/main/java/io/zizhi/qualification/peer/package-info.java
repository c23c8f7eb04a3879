/**
 * Clients of the other services. Each call has a token for its target, a time-out, one retry and a circuit
 * breaker. A service that does not answer results in 503, which callers may turn into "unknown".
 */
@NullMarked
package io.zizhi.qualification.peer;

import org.jspecify.annotations.NullMarked;
