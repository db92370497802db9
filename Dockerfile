# syntax=docker/dockerfile:1
# docs/decisions/0009-the-container.md says why each stage is as it is, and what of it was tried.
ARG NODE=node:26-trixie-slim

# What only the build needs stays in here. No package's own script runs, here or below.
FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.base.json vite.config.ts index.html ./
COPY public ./public
COPY contract ./contract
COPY src ./src
COPY server ./server
# The container is the site's own server; the pages for a static host are not its business.
RUN npm run build && rm -rf dist/static

# Production packages. sharp's own binary is an optional dependency, so optional ones are not left out;
# the Node that comes along as one is, because the image has its own.
FROM ${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
    && rm -rf node_modules/node-linux-* node_modules/node-bin-* node_modules/.bin/node

FROM ${NODE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY package.json LICENSE ./
COPY --from=packages /app/node_modules ./node_modules
COPY contract ./contract
COPY server ./server
COPY --from=build /app/dist ./dist
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process and gets SIGTERM: it lets answers under way finish within nine seconds.
CMD ["node", "server/launch.js", "main"]
