@NullMarked
package io.zizhi.qualification.filing.letterevaluation;

import org.jspecify.annotations.NullMarked;
