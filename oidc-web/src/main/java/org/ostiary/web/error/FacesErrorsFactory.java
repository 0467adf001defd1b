package org.ostiary.web.error;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link FacesErrors} in front of what Faces would do with an exception. */
public class FacesErrorsFactory extends ExceptionHandlerFactory {

    /** Called by Faces with the factory it would have used. */
    public FacesErrorsFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new FacesErrors(getWrapped().getExceptionHandler());
    }
}
