/** Evaluates authorization letters. Evaluation and submission use the same rules. */
@NullMarked
package io.zizhi.qualification.filing.letterevaluation;

import org.jspecify.annotations.NullMarked;
