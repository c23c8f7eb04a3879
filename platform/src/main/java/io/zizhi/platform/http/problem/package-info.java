/** Errors as RFC 9457 problem details: every refusal has a stable code and, where a field is concerned, a JSON pointer. */
@NullMarked
package io.zizhi.platform.http.problem;

import org.jspecify.annotations.NullMarked;
