/** The pre-check rules for authorization letters, one class each. */
@NullMarked
package io.zizhi.qualification.precheck.letter;

import org.jspecify.annotations.NullMarked;
