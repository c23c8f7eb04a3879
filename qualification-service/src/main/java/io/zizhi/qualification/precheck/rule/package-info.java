/** The rules of the pre-check, one class each. Nothing refers to them by name; the container finds them. */
@NullMarked
package io.zizhi.qualification.precheck.rule;

import org.jspecify.annotations.NullMarked;
