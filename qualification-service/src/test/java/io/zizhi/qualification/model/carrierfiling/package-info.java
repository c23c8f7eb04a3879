@NullMarked
package io.zizhi.qualification.model.carrierfiling;

import org.jspecify.annotations.NullMarked;
