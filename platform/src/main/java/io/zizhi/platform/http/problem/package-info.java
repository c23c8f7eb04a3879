/** Errors as RFC 9457 problem details. Every error has a stable code and, if it concerns a field, a JSON pointer. */
@NullMarked
package io.zizhi.platform.http.problem;

import org.jspecify.annotations.NullMarked;
