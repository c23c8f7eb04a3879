/**
 * The other services, as this one asks them (design §4): with a token made out for each, a time-out, one retry and a
 * circuit breaker. A service that does not answer is told as 503, which callers may turn into "unknown".
 */
@NullMarked
package io.zizhi.qualification.peer;

import org.jspecify.annotations.NullMarked;
