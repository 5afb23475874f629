let entering = true

/** The document's first page is alive; what comes after it is drawn by script alone. */
export const entered = (): void => {
  entering = false
}

/** Whether what is drawn is the document's first page: on the server always. */
export const isEntering = (): boolean => entering
