/** What is wrong with an authorization letter: the same rules for whoever asks and for whoever submits. */
@NullMarked
package io.zizhi.qualification.filing.letterevaluation;

import org.jspecify.annotations.NullMarked;
