export const seedWhenEmpty = async (_url: string, _say: (line: string) => void): Promise<void> => {}
